package io.bridgehead.platform.web;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param largestBody of a request, JSON above all
/// @param largestBodyOf of other media types, by their names: a sheet is larger than a form
@Validated
@ConfigurationProperties("bridgehead.web")
record WebSettings(
        @NotNull @DefaultValue("1MB") DataSize largestBody,
        @NotNull @DefaultValue Map<String, DataSize> largestBodyOf) {

    WebSettings {
        largestBodyOf = Map.copyOf(largestBodyOf);
    }

    long largestBody(@Nullable String contentType) {
        return largestBodyOf.getOrDefault(nameOf(contentType), largestBody).toBytes();
    }

    private static String nameOf(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException e) {
            return "";
        }
    }
}
