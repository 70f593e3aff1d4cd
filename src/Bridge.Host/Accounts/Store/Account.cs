using Microsoft.AspNetCore.Identity;

namespace Bridge.Host.Accounts.Store;

/// <summary>A person's account. Its id is opaque and goes into logs and the journal; its names never do.</summary>
public sealed class Account : IdentityUser
{
    public string DisplayName { get; set; } = "";

    public bool Disabled { get; set; }

    /// <summary>The second factor's key, encrypted with the service's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The time step of the last code that was accepted: none is accepted twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>Of the one-time code with which the person sets the password.</summary>
    public string? PasswordCodeDigest { get; set; }

    /// <summary>Unix seconds.</summary>
    public long PasswordCodeExpires { get; set; }

    public List<PostRow> Posts { get; set; } = [];
}
