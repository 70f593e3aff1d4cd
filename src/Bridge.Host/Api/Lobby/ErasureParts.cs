using Bridge.Host.Runtime;
using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby;

/// <summary>What the endpoints and the page of erasure and retention work with.</summary>
public sealed record ErasureParts(ErasureOffice Office, PersonVault Vault, SiteHolder Site, TimeProvider Time);
