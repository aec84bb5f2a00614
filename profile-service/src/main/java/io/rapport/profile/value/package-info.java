/**
 * What a customer is worth and when they will buy again. Pure functions over immutable records: no framework, no store, no
 * clock (the end of the observation is always given).
 *
 * <h2>From purchases to histories</h2>
 *
 * {@link io.rapport.profile.value.Calibration} makes a customer's purchases a
 * {@link io.rapport.profile.value.PurchaseHistory}: x repeat transactions, the last of them at t_x, T from the first purchase
 * to the end of the observation, and the mean spend of the repeats. All purchases of a day (or ISO week) are one transaction;
 * the first is not counted in x nor in the spend; time is in days or weeks, and a model refuses histories in another unit than
 * its own. These are the conventions of the papers, of R's BTYD and of Python's lifetimes; the CDNOW sample as they use it is
 * {@code Calibration.daysInWeeks(1997-09-30)}.
 *
 * <h2>Models</h2>
 *
 * <ul>
 *   <li>{@link io.rapport.profile.value.BgNbd}: how often they will buy and whether they are still customers. P. S. Fader,
 *       B. G. S. Hardie, K. L. Lee, "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model, Marketing
 *       Science 24(2), 2005, 275-284; the same, Computing P(alive) Using the BG/NBD Model, 2008.
 *   <li>{@link io.rapport.profile.value.GammaGamma}: what a purchase will be worth. P. S. Fader, B. G. S. Hardie, The
 *       Gamma-Gamma Model of Monetary Value, 2013. It takes spend to be independent of frequency;
 *       {@link io.rapport.profile.value.Independence} says how far that is true of a sample.
 *   <li>{@link io.rapport.profile.value.LifetimeValue}: both together, discounted by the month. P. S. Fader, B. G. S. Hardie,
 *       K. L. Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of Marketing Research 42, 2005.
 *   <li>{@link io.rapport.profile.value.RfmBorders}: quintiles of recency, frequency and monetary value.
 *   <li>{@link io.rapport.profile.value.TypicalInterval}: when a product will be needed again. Our own: the median of a
 *       customer's gaps, in logarithms, shrunk to the product's and its category's by empirical Bayes under a normal-normal
 *       model (C. N. Morris, Parametric Empirical Bayes Inference, JASA 78, 1983), with medians for means so that a holiday or
 *       a gift does not spoil it.
 * </ul>
 *
 * <h2>Fits</h2>
 *
 * Maximum likelihood by a bounded quasi-Newton method with analytic gradients on the logarithms of the parameters, from
 * several starts; no penalty, so that published estimates are reproduced. {@link io.rapport.profile.value.Convergence} says how
 * it ended, and a fit that has not {@code reached()} an optimum should not replace the last good one. Equal customers are
 * grouped, so that a fit takes as long as there are different histories. Order changes nothing. Above 20,000 customers the
 * starts compete on a systematic sample, and the best goes on with everybody.
 *
 * <h2>What to know when reading the numbers</h2>
 *
 * <ul>
 *   <li>P(alive) of who bought once is 1, and their churn risk 0: BG/NBD lets customers leave after a repeat purchase only.
 *       It is no sign of loyalty; segment them by recency.
 *   <li>Of two customers who have been silent for as long, the one who used to buy more often is the likelier to be gone.
 *   <li>Lifetime value is future revenue, not margin, and leaves out what was spent already.
 *   <li>Gamma-Gamma is only learnt from repeat purchases with positive mean spend; anybody else is expected to spend the mean
 *       of all. q is kept above 1, where that mean exists.
 *   <li>Forecasts of a whole cohort are close, not exact: of the CDNOW sample's 39 weeks after the calibration, in which 1,882
 *       repeat transactions came, the fitted model expects 1,653 (12 % fewer; from the first purchase on, 4 % fewer).
 *   <li>The models know no season, no price and no campaign; an interval knows no pack size.
 * </ul>
 */
@NullMarked
package io.rapport.profile.value;

import org.jspecify.annotations.NullMarked;
