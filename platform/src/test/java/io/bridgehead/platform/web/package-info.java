@NullMarked
package io.bridgehead.platform.web;

import org.jspecify.annotations.NullMarked;
