package io.bridgehead.registration.places;

import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.places.Places.Block;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlacesController {

    private final PlacesByEdition places;

    PlacesController(PlacesByEdition places) {
        this.places = places;
    }

    /// @param granted places that are taken
    /// @param left places that nobody has taken
    /// @param waiting guests in line
    record Row(String city, GuestKind kind, int places, int granted, int left, int waiting) {

        static Row of(Block block) {
            return new Row(
                    block.city(),
                    block.kind(),
                    block.places(),
                    block.granted().size(),
                    Math.max(0, block.places() - block.granted().size()),
                    block.waiting().size());
        }
    }

    /// A city sees its own rows.
    @GetMapping("/api/v1/editions/{id}/places")
    @SignedInMayCall
    List<Row> rows(Caller caller, @PathVariable String id) {
        return places.get(id).blocks().stream()
                .filter(block -> caller.seesAll() || block.city().equals(caller.city()))
                .map(Row::of)
                .toList();
    }
}
