/// The chain from a delegate to a signed agreement: a view that the events of all three services feed,
/// a document for each delegate, meeting and agreement, joined when it is read.
@NullMarked
package io.bridgehead.contract.chain;

import org.jspecify.annotations.NullMarked;
