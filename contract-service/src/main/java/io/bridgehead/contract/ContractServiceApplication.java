package io.bridgehead.contract;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ContractServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(ContractServiceApplication.class, args);
    }
}
