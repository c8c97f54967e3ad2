package io.bridgehead.registration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class RegistrationServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(RegistrationServiceApplication.class, args);
    }
}
