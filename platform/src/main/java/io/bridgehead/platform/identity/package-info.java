/// Who calls: a verified token becomes a [Caller], and every endpoint declares who may call it.
@NullMarked
package io.bridgehead.platform.identity;

import org.jspecify.annotations.NullMarked;
