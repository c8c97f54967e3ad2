package io.bridgehead.registration.city;

import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.identity.AnyoneMayCall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CityController {

    private final CitySettings settings;

    CityController(CitySettings settings) {
        this.settings = settings;
    }

    @GetMapping("/api/v1/cities")
    @AnyoneMayCall
    Page<City> cities() {
        return new Page<>(settings.cities(), null);
    }
}
