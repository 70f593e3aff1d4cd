using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// Checks the broker's certificate and remembers the verdict in words: what TLS libraries say about a failed handshake does not tell an
/// integrator what to change. There is no way to switch the check off.
/// </summary>
internal sealed class BrokerCertificate(X509Certificate2Collection? authorities, string host, TimeProvider timeProvider)
{
    /// <summary>Why it was refused; null while it was not.</summary>
    public string? Refusal { get; private set; }

    public DateTimeOffset? Expires { get; private set; }

    public bool Accepted => Refusal is null && Expires is not null;

    public bool Check(MqttClientCertificateValidationEventArgs presented)
    {
        if (presented.Certificate is not X509Certificate2 certificate)
        {
            Refusal = "TLS: the broker presented no certificate";
            return false;
        }

        Expires = new DateTimeOffset(certificate.NotAfter);
        DateTimeOffset now = timeProvider.GetUtcNow();
        if (now > Expires)
        {
            Refusal = $"TLS: the broker's certificate expired on {Day(Expires.Value)}";
        }
        else if (now < new DateTimeOffset(certificate.NotBefore))
        {
            string from = Day(new DateTimeOffset(certificate.NotBefore));
            Refusal = $"TLS: the broker's certificate is valid only from {from}; is this machine's clock right?";
        }
        else if ((presented.SslPolicyErrors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
        {
            Refusal = $"TLS: the broker's certificate ({certificate.Subject}) is not for the configured host {host}";
        }
        else
        {
            Refusal = ChainFault(certificate, presented.Chain, now);
        }

        return Refusal is null;
    }

    private string? ChainFault(X509Certificate2 certificate, X509Chain? presented, DateTimeOffset now)
    {
        using X509Chain chain = new();
        // A lobby's network often has no way out: a revocation list that cannot be fetched must not stop the events.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        if (presented is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        }

        if (authorities is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        if (chain.Build(certificate))
        {
            return null;
        }

        string detail = string.Join(", ", chain.ChainStatus.Select(status => status.Status.ToString()).Distinct());
        string whom = authorities is null ? "an authority of this system" : "the configured authority";
        return $"TLS: the broker's certificate ({certificate.Subject}) is not signed by {whom}: {detail}";
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
