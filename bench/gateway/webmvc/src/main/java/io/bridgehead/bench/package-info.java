/// A gateway with one route and nothing else.
@NullMarked
package io.bridgehead.bench;

import org.jspecify.annotations.NullMarked;
