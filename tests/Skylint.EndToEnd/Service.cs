using System.Collections.Concurrent;
using System.Diagnostics;

namespace Skylint.EndToEnd;

/// <summary>The sample as a process of its own, in one role.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Service(Process process) => _process = process;

    /// <summary>What the process has written, line by line.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    /// <summary>Starts the sample, and waits until it listens.</summary>
    /// <param name="assembly">The path of <c>OrdersService.dll</c>.</param>
    /// <param name="role">The role; the service is named <c>orders-</c> and the role.</param>
    /// <param name="environment">What the sample finds in its environment.</param>
    public static async Task<(Service Service, string Url)> StartAsync(string assembly, string role, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, "--urls=http://127.0.0.1:0", $"--Orders:Roles={role}"])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["OTEL_SERVICE_NAME"] = "orders-" + role;
        var service = new Service(new Process { StartInfo = start, EnableRaisingEvents = true });
        service._process.OutputDataReceived += (_, e) => service.Take(e.Data);
        service._process.ErrorDataReceived += (_, e) => service.Take(e.Data);
        service._process.Exited += (_, _) => service._url.TrySetException(new InvalidOperationException($"The service '{role}' has ended:\n{string.Join('\n', service.Output)}"));
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return (service, await service._url.Task.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(false));
    }

    /// <summary>Asks the process to stop, as an orchestrator does, and insists after a while.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (string.IsNullOrEmpty(line))
            return;
        _output.Enqueue(line);
        const string listening = "Now listening on: ";
        if (LogLine.Parse(line, out _) is { } record && record.Message.StartsWith(listening, StringComparison.Ordinal))
            _url.TrySetResult(record.Message[listening.Length..]);
    }
}
