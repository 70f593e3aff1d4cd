using Bridge.Host.Accounts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api;

/// <summary>The caller of a request, where the gate has put him.</summary>
public static class Callers
{
    /// <summary>For endpoints that let nobody in without one.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint is open to everybody and has no caller.");
}
