"""What the posture page is made of. Imported with Airflow's API server, so nothing heavy is imported here."""
