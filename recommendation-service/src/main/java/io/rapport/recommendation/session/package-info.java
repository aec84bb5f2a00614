/**
 * The item-to-item models: what sessions and orders say about the item somebody will want next. Pure domain: primitive
 * arrays that are built aside, swapped whole and read without locks; no framework and no personal data in a snapshot.
 */
package io.rapport.recommendation.session;
