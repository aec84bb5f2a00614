/**
 * The shop's products: taken in one by one or by the thousand, kept in PostgreSQL, announced when they change, and held in
 * memory by every pod so that answers need no query to leave out what cannot be sold.
 */
@NullMarked
package io.rapport.recommendation.catalog;

import org.jspecify.annotations.NullMarked;
