package io.bridgehead.matchmaking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class MatchmakingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(MatchmakingServiceApplication.class, args);
    }
}
