using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Bridge.Host.Operator;

namespace Bridge.Host.Verbs;

/// <summary>The running service, asked over its control socket: whoever can open that file is its operator.</summary>
internal sealed class OperatorClient(string dataDirectory) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(dataDirectory, ControlSocket.FileName)), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception failed) when (failed is SocketException or OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        },
    }) { BaseAddress = new Uri("http://control/operator/") };

    private string SocketFile => Path.Combine(dataDirectory, ControlSocket.FileName);

    /// <summary>One line for a person, of a question that got no answer.</summary>
    public string Unanswered(HttpRequestException failed)
    {
        // .NET calls a socket file that is not there "Cannot assign requested address", which sends people to look for a network.
        var why = (failed.InnerException as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressNotAvailable => "there is no such file; the service must be running and ready",
            SocketError.ConnectionRefused => "nobody listens at it; the service must be running",
            SocketError.AccessDenied => "this user may not open it; only the service's own user may",
            _ => failed.Message,
        };
        return $"The service cannot be asked over {SocketFile}: {why}.";
    }

    /// <summary>The answer, and what it says when it is a refusal.</summary>
    /// <exception cref="HttpRequestException">There is no service behind the socket.</exception>
    public async Task<(HttpStatusCode Status, string Problem)> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await client.SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode ? (answer.StatusCode, "") : (answer.StatusCode, await ProblemAsync(answer, cancellationToken));
    }

    /// <summary>Null where the service knows of none.</summary>
    /// <exception cref="HttpRequestException">There is no service behind the socket.</exception>
    public async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<T>(cancellationToken) : null;
    }

    public void Dispose() => client.Dispose();

    private static async Task<string> ProblemAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return body.RootElement.TryGetProperty("detail", out var detail) && detail.GetString() is { } said ? said : $"The service answered {(int)answer.StatusCode}.";
        }
        catch (JsonException)
        {
            return $"The service answered {(int)answer.StatusCode}.";
        }
    }
}
