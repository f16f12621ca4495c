"""What is known, as people and programs are shown it: charts, dossiers, ways between two."""
