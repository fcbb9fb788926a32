[assembly: Observability(Service = "orders")]
