package io.bridgehead.upright.loan;

import io.bridgehead.upright.shelf.Shelves;
import org.springframework.stereotype.Service;

@Service
class Lending {

    private final Shelves shelves;

    Lending(Shelves shelves) {
        this.shelves = shelves;
    }

    int inStock() {
        return shelves.all().size();
    }
}
