/// The chain from the delegates of a meeting to the signed agreement: a view that the events of all
/// three services feed, a document for each meeting and each delegate, joined when it is read.
@NullMarked
package io.bridgehead.contract.chain;

import org.jspecify.annotations.NullMarked;
