/// What the gateway serves itself: the landing page, the page of the API, its own health.
@NullMarked
package io.bridgehead.gateway.pages;

import org.jspecify.annotations.NullMarked;
