/** Breaks the laws of the design, to show that the architecture test sees it. */
package io.rapport.campaign.one;
