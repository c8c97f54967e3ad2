/// What the rule against circles is proved by: it leans on an egg, and the egg on it.
@NullMarked
package io.bridgehead.gateway.chicken;

import org.jspecify.annotations.NullMarked;
