/// The description of the whole API (OpenAPI), put together from the services' own.
@NullMarked
package io.bridgehead.gateway.description;

import org.jspecify.annotations.NullMarked;
