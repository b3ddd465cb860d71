# syntax=docker/dockerfile:1

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
# Without the profiles that add PostgreSQL's programs: beside this container there is a database of its own.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -DskipTests -P '!postgres-linux-amd64,!postgres-linux-arm64' package \
    && cp target/many-hands-*.jar many-hands.jar \
    && java -Djarmode=tools -jar many-hands.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin manyhands
WORKDIR /app
# What changes least comes first, so that a new version of Many Hands is a new last layer only.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
# Else each thread may keep a heap of its own beside Java's: up to a hundred megabytes that nobody uses.
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080
# The image has neither curl nor wget; bash can ask, too.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=2s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "many-hands.jar"]
