/// Starts, watches and stops what Bridgehead is made of, on one machine without Docker.
@NullMarked
package io.bridgehead.stack;

import org.jspecify.annotations.NullMarked;
