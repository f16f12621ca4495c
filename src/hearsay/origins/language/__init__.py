"""The words that tracing compares, with what is only grammar or house style made one."""
