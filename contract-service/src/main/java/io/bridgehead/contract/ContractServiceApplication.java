package io.bridgehead.contract;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ContractServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
