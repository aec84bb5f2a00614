/** Renders the chart as Helm does and checks every manifest: its schema, strictly, and this house's own rules. */
package io.rapport.k8s;
