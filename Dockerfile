# cameo-coder: the gRPC service, and its command line, ready to run.
#
#   docker build -t cameo-coder .
#   docker run --rm -p 127.0.0.1:50051:50051 -e CAMEO_CODER_HOST=0.0.0.0 -e CAMEO_CODER_ALLOW_INSECURE=true cameo-coder
#   docker run --rm -i cameo-coder code - < stories.jsonl
#
# The service listens on loopback until a host is set, and beyond it only with TLS and authentication, unless
# CAMEO_CODER_ALLOW_INSECURE=true says that whoever reaches the port may call.
FROM python:3.11-slim-bookworm AS base

# Dependencies are wheels only, checked by their hashes; the steps that code are compiled here (docs/performance.md).
# Without a C compiler: docker build --build-arg COMPILE=0
FROM base AS build
ARG COMPILE=1
WORKDIR /src
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
RUN [ "$COMPILE" != 1 ] || { apt-get update \
 && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*; }
RUN python3 -m venv /opt/cameo-coder
COPY requirements.lock requirements-compile.lock ./
RUN /opt/cameo-coder/bin/pip install --require-hashes --no-deps --only-binary :all: -r requirements.lock
RUN [ "$COMPILE" != 1 ] || /opt/cameo-coder/bin/pip install --target /opt/compile --require-hashes --no-deps \
    --only-binary :all: -r requirements-compile.lock
COPY . ./
RUN PYTHONPATH=/opt/compile CAMEO_CODER_COMPILE=$COMPILE \
    /opt/cameo-coder/bin/pip install --no-deps --no-index --no-build-isolation . \
 && mkdir -p /opt/cameo-coder/share/doc/cameo-coder \
 && cp LICENSE NOTICE THIRD_PARTY_NOTICES.md /opt/cameo-coder/share/doc/cameo-coder/
# What nothing needs at run time: installers, tests, sources of compiled parts.
RUN cd /opt/cameo-coder/lib/python3.11/site-packages \
 && find . -type d \( -name tests -o -name test \) -prune -exec rm -rf {} + \
 && find . -type f \( -name '*.pyx' -o -name '*.pxd' -o -name '*.cpp' -o -name '*.hpp' -o -name '*.h' -o -name '*.a' \) -delete \
 && /opt/cameo-coder/bin/python3 -m pip uninstall --yes --quiet setuptools pip

FROM base
RUN groupadd --system --gid 10001 coder \
 && useradd --system --uid 10001 --gid coder --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin coder \
 && for tool in wheel setuptools pip; do python3 -m pip uninstall --yes --quiet --root-user-action=ignore "$tool" || true; done
COPY --from=build /opt/cameo-coder /opt/cameo-coder
ENV PATH=/opt/cameo-coder/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    OMP_NUM_THREADS=1
WORKDIR /tmp
USER 10001:10001
EXPOSE 50051
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["python3", "-m", "service.probe"]
ENTRYPOINT ["cameo-coder"]
CMD ["serve"]
