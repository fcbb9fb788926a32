using OrdersService;

OrdersHost.Build(args).Run();
