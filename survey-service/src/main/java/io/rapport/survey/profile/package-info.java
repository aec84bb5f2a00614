/** What this service knows of people: their consent, and whether they were merged or erased. */
package io.rapport.survey.profile;
