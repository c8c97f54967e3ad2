package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.WireNames;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/// Reads an enum in a path or a query by the name that it has in JSON: `?kind=projectTeam`.
@SuppressWarnings({"rawtypes", "unchecked"}) // Spring asks for a factory of raw enums
final class WireNameConverters implements ConverterFactory<String, Enum> {

    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return name -> (E) WireNames.parse(type, name);
    }
}
