"""The gRPC service around the coder."""
