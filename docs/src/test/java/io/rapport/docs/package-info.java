/** Proves the documentation: every command of the README and the guides runs, and the OpenAPI document is current. */
package io.rapport.docs;
