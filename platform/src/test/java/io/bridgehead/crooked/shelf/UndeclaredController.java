package io.bridgehead.crooked.shelf;

import io.bridgehead.platform.identity.AnyoneMayCall;
import io.bridgehead.platform.identity.SignedInMayCall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UndeclaredController {

    @GetMapping("/nobody-said")
    String nobodySaid() {
        return "";
    }

    @GetMapping("/two-said")
    @SignedInMayCall
    @AnyoneMayCall
    String twoSaid() {
        return "";
    }
}
