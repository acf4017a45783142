# The image of every Airflow component: Airflow's own slim image, our locked packages, this repository.
# Dags, plugins and SQL are part of the image, so that all workers run the same code.
FROM apache/airflow:slim-3.3.2-python3.11

WORKDIR /opt/posture

# First the packages, which change seldom: hashes are checked, and pip compiles them to bytecode.
COPY --chown=airflow:0 requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt

COPY --chown=airflow:0 pyproject.toml README.md ./
COPY --chown=airflow:0 include include
COPY --chown=airflow:0 sql sql
COPY --chown=airflow:0 docs docs
COPY --chown=airflow:0 dags dags
COPY --chown=airflow:0 plugins plugins
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && python -m compileall -q include dags plugins

# A new volume takes the owner of the folder that it is mounted on.
USER root
RUN install --directory --owner=airflow --group=0 --mode=0775 /data
USER airflow

ENV POSTURE_HOME=/data \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/posture/dags \
    AIRFLOW__CORE__PLUGINS_FOLDER=/opt/posture/plugins \
    AIRFLOW__CORE__LOAD_EXAMPLES=False
