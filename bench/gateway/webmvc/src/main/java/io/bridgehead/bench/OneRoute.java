package io.bridgehead.bench;

import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

@SpringBootApplication
class OneRoute {

    private static final int CONNECTIONS = 500;

    static void main(String[] args) {
        SpringApplication.run(OneRoute.class, args);
    }

    @Bean
    ClientHttpRequestFactory upstream() {
        return new HttpComponentsClientHttpRequestFactory(
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setMaxConnPerRoute(CONNECTIONS)
                                        .setMaxConnTotal(CONNECTIONS)
                                        .build())
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .build());
    }
}
