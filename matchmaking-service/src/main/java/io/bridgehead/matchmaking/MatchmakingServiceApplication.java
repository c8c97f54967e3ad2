package io.bridgehead.matchmaking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class MatchmakingServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(MatchmakingServiceApplication.class, args);
    }
}
