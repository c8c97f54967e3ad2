/// The description of a service's API, at `/v3/api-docs`: what the platform does for every endpoint is
/// described for every endpoint, once.
@NullMarked
package io.bridgehead.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
