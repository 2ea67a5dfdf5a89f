# docker build --tag samtavla .
#
# The build is `deploy/build.sh`, which needs no Docker.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /source
COPY . .
RUN sh deploy/build.sh /app

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app /app
# The only place that is written to: the rest may be read-only, and belongs to root.
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME /data
WORKDIR /app
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
# Whether the process answers; whether it can store is `/readyz`, and nothing that a restart mends.
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "packages/server/src/main.ts"]
