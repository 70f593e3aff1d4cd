using System.Net;
using System.Net.Http.Headers;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>A body that goes on for as long as somebody takes it, and says how much of it went out.</summary>
internal sealed class EndlessBody : HttpContent
{
    private static readonly byte[] Part = new byte[64 * 1024];
    private readonly long longest;

    public EndlessBody(long longest)
    {
        this.longest = longest;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public long Written { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        while (Written < longest)
        {
            await stream.WriteAsync(Part);
            Written += Part.Length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
