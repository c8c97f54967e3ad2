package io.bridgehead.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class OneRoute {

    static void main(String[] args) {
        SpringApplication.run(OneRoute.class, args);
    }
}
