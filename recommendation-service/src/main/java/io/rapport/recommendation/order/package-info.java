/**
 * What a customer will buy next: several kinds of evidence propose items and describe them, and a small regression that
 * was fitted on earlier next orders decides. Pure domain: built aside from orders and catalog facts, immutable then, no
 * framework.
 */
package io.rapport.recommendation.order;
