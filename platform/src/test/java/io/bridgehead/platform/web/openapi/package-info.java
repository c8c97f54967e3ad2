@NullMarked
package io.bridgehead.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
