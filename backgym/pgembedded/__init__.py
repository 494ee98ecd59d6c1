"""Django's PostgreSQL backend, with the server started when it is first needed."""
