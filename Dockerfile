# One image for each of our programs: docker build --build-arg SERVICE=contract-service .
# docker-compose.yml builds all four; the first stage is the same for each, and is run once.
FROM node:22 AS webapp
WORKDIR /webapp
COPY webapp/package.json webapp/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY webapp ./
RUN npm run build

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
COPY --from=webapp /webapp/target/classes/webapp webapp/target/classes/webapp
# exec.skip: the web app is built above, where there is npm. mdep.skip: the broker's and Keycloak's files, which stack would run, are not needed here
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -DskipTests -Dspotless.check.skip -Dexec.skip -Dmdep.skip \
    -pl webapp,gateway,registration-service,matchmaking-service,contract-service -am package

FROM build AS unpack
ARG SERVICE
# what changes rarely in a layer below what changes often
RUN java -Djarmode=tools -jar ${SERVICE}/target/${SERVICE}-*.jar \
    extract --layers --launcher --destination /unpacked

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin bridgehead
WORKDIR /app
COPY --from=unpack /unpacked/dependencies/ ./
COPY --from=unpack /unpacked/spring-boot-loader/ ./
COPY --from=unpack /unpacked/snapshot-dependencies/ ./
COPY --from=unpack /unpacked/application/ ./
USER bridgehead
# the container's own network: Compose publishes no port but the gateway's
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    "org.springframework.boot.loader.launch.JarLauncher"]
