/// What the gateway serves itself: the web app, the page of the API, its own health.
@NullMarked
package io.bridgehead.gateway.pages;

import org.jspecify.annotations.NullMarked;
