"""Airflow on this machine, for one person: what `make run`, `make up` and `make down` call.

It prepares an Airflow home, starts the components as child processes, drives them over Airflow's REST
interface and stops all that it started. It never imports Airflow: importing it would cost seconds, and
what a run needs is there without.
"""
