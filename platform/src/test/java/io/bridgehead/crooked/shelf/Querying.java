package io.bridgehead.crooked.shelf;

import com.mongodb.client.model.Filters;
import org.springframework.stereotype.Service;

@Service
class Querying {

    String filter() {
        return Filters.empty().toString();
    }
}
