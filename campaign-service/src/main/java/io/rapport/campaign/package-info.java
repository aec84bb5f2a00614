/** Campaigns, journeys, messages, rewards and experiments. */
package io.rapport.campaign;
