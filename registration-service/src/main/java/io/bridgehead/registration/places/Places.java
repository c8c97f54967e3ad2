package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.Transition;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.edition.Quota;
import io.bridgehead.registration.places.PlacesEvent.Granted;
import io.bridgehead.registration.places.PlacesEvent.Queued;
import io.bridgehead.registration.places.PlacesEvent.Released;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// All places of one edition, in one document, so that one atomic write decides who has one.
///
/// In each [Block] at most as many delegates are granted as there are places, and somebody waits only
/// while all of them are taken. A delegate draws once and leaves once: a draw or a release that is
/// delivered again, however late, finds that done.
///
/// @param left delegates who gave up their place or their turn, and cannot draw again
public record Places(String edition, List<Block> blocks, List<String> left) {

    public Places {
        blocks = List.copyOf(blocks);
        left = List.copyOf(left);
    }

    /// The places of one city's guests of one kind.
    ///
    /// @param granted delegates who have one
    /// @param waiting delegates in line, the next one first
    public record Block(
            String city, GuestKind kind, int places, List<String> granted, List<String> waiting) {

        public Block {
            granted = List.copyOf(granted);
            waiting = List.copyOf(waiting);
        }

        private boolean isFor(String otherCity, GuestKind otherKind) {
            return city.equals(otherCity) && kind == otherKind;
        }

        private boolean holds(String delegate) {
            return granted.contains(delegate) || waiting.contains(delegate);
        }

        private boolean hasRoom() {
            return granted.size() < places;
        }

        private Block grant(String delegate) {
            return new Block(city, kind, places, with(granted, delegate), waiting);
        }

        private Block queue(String delegate) {
            return new Block(city, kind, places, granted, with(waiting, delegate));
        }

        private Block without(String delegate) {
            return new Block(city, kind, places, less(granted, delegate), less(waiting, delegate));
        }
    }

    static Places of(String edition, List<Quota> quotas) {
        List<Block> blocks =
                quotas.stream()
                        .map(quota ->
                                new Block(
                                        quota.city(),
                                        quota.kind(),
                                        quota.places(),
                                        List.of(),
                                        List.of()))
                        .toList();
        return new Places(edition, blocks, List.of());
    }

    /// Takes a place for a delegate, or a turn in line when there is none. A city without a quota for
    /// this kind has no place for it, and a line all the same.
    Transition<Places, PlacesEvent> draw(String delegate, String city, GuestKind kind) {
        if (left.contains(delegate) || blocks.stream().anyMatch(block -> block.holds(delegate))) {
            return Transition.none(this);
        }
        Block block =
                blocks.stream()
                        .filter(each -> each.isFor(city, kind))
                        .findFirst()
                        .orElseGet(() -> new Block(city, kind, 0, List.of(), List.of()));
        if (block.hasRoom()) {
            return Transition.to(
                    replacing(block.grant(delegate), left), new Granted(delegate, city, kind));
        }
        Block longer = block.queue(delegate);
        return Transition.to(
                replacing(longer, left), new Queued(delegate, city, kind, longer.waiting().size()));
    }

    /// Gives back a delegate's place, which goes to the first in line, or his turn in line.
    Transition<Places, PlacesEvent> release(String delegate) {
        if (left.contains(delegate)) {
            return Transition.none(this);
        }
        List<String> leaving = with(left, delegate);
        return blocks.stream()
                .filter(block -> block.holds(delegate))
                .findFirst()
                .map(block -> release(delegate, block, leaving))
                .orElseGet(() -> Transition.none(new Places(edition, blocks, leaving)));
    }

    private Transition<Places, PlacesEvent> release(
            String delegate, Block block, List<String> leaving) {
        Released released = new Released(delegate, block.city(), block.kind());
        Block after = block.without(delegate);
        if (!after.hasRoom() || after.waiting().isEmpty()) {
            return Transition.to(replacing(after, leaving), released);
        }
        String next = after.waiting().getFirst();
        return new Transition<>(
                replacing(after.without(next).grant(next), leaving),
                List.of(released, new Granted(next, block.city(), block.kind())));
    }

    /// @return from 1, who is next; nothing for a delegate who does not wait
    public OptionalInt position(String delegate) {
        return blocks.stream()
                .mapToInt(block -> block.waiting().indexOf(delegate) + 1)
                .filter(position -> position > 0)
                .findFirst();
    }

    private Places replacing(Block changed, List<String> leaving) {
        List<Block> after = new ArrayList<>(blocks);
        after.replaceAll(block -> block.isFor(changed.city(), changed.kind()) ? changed : block);
        if (!after.contains(changed)) {
            after.add(changed);
        }
        return new Places(edition, after, leaving);
    }

    private static List<String> with(List<String> delegates, String delegate) {
        List<String> more = new ArrayList<>(delegates);
        more.add(delegate);
        return more;
    }

    private static List<String> less(List<String> delegates, String delegate) {
        List<String> fewer = new ArrayList<>(delegates);
        fewer.remove(delegate);
        return fewer;
    }
}
