using System.Net;
using System.Net.Http.Headers;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>A body whose length nobody knows before its end.</summary>
internal sealed class ChunkedBody : HttpContent
{
    private readonly byte[] bytes;

    public ChunkedBody(byte[] bytes)
    {
        this.bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // It has answered already: that answer is what the test looks at.
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
